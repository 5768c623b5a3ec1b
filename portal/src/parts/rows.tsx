import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import { useSay } from '../app/language'
import { number } from '../app/format'
import { Empty, Loading, Refusal } from './states'

interface Page<Row> {
  items?: Row[]
  next?: string
  total?: number
}

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  /** Share of the width. */
  width?: string
  /** Left out on a narrow page, where the row says it otherwise. */
  wide?: boolean
  number?: boolean
}

const ROW_PIXELS = 60
const AHEAD = 40

/** A list of any length: pages are asked for as one scrolls, and only what is seen is drawn. */
export function Rows<Row>({
  asked,
  page,
  columns,
  rowKey,
  empty,
  label,
  refresh,
  group,
}: {
  /** What the list is of; another key begins it anew. */
  asked: readonly unknown[]
  page: (cursor: string | undefined) => Promise<Page<Row>>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  empty: ReactNode
  label: string
  /** Milliseconds after which it is asked again. */
  refresh?: number
  /** What the rows of one group have in common, said above the first of them. */
  group?: (row: Row) => string
}) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const query = useInfiniteQuery({
    queryKey: asked,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: (it) => (refresh && (it.state.data?.pages.length ?? 0) < 2 ? refresh : false),
  })
  const rows = (query.data?.pages ?? []).flatMap((it) => it.items ?? [])
  const total = query.data?.pages[0]?.total
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  useEffect(() => {
    if (last >= rows.length - AHEAD && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage()
    }
  }, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  if (!query.data) {
    return query.error ? <Refusal error={query.error} retry={() => void query.refetch()} /> : <Loading />
  }
  if (rows.length === 0) {
    return <Empty>{empty}</Empty>
  }
  const template = columns.map((it) => it.width ?? '1fr').join(' ')
  const narrow = columns.filter((it) => !it.wide).map((it) => it.width ?? '1fr').join(' ')
  const style = { '--columns': template, '--columns-narrow': narrow } as React.CSSProperties
  return (
    <>
      {total !== undefined && (
        <p className="count" role="status">
          {number(total)} {say('dòng', 'rows')}
        </p>
      )}
      {query.error && <Refusal error={query.error} retry={() => void (isFetchNextPageError ? fetchNextPage() : query.refetch())} />}
      <div ref={frame} className="rows" role="table" aria-label={label} aria-rowcount={total === undefined ? -1 : total + 1} style={style} tabIndex={0}>
        <div role="rowgroup" className="head">
          <div role="row" className="row">
            {columns.map((it) => (
              <div role="columnheader" key={it.name} className={className(it)}>
                {it.name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {seen.map((at) => {
            const row = rows[at.index] as Row
            return (
              <div
                role="row"
                key={rowKey(row)}
                aria-rowindex={at.index + 2}
                data-index={at.index}
                ref={virtual.measureElement}
                className="row"
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${at.start}px)` }}
              >
                {group && startsGroup(rows, at.index, group) && <div className="group">{group(row)}</div>}
                {columns.map((it) => (
                  <div role="cell" key={it.name} className={className(it)}>
                    {it.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

function className(column: { wide?: boolean; number?: boolean }): string {
  return `${column.wide ? 'wide-only' : ''} ${column.number ? 'number' : ''}`.trim()
}

function startsGroup<Row>(rows: Row[], at: number, group: (row: Row) => string): boolean {
  return at === 0 || group(rows[at - 1] as Row) !== group(rows[at] as Row)
}
