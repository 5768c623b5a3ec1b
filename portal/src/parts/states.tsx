import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Problem, Unreachable } from '../app/api'
import { useLanguage, useSay } from '../app/language'

/** What was refused or could not be reached, in words, with each wrong field by its name. */
export function Refusal({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const english = language === 'en'
  if (!error) {
    return null
  }
  let heading = say('Có lỗi', 'Something went wrong')
  let detail = error instanceof Error ? error.message : String(error)
  let list: { pointer?: string; detail?: string; detailEn?: string }[] = []
  if (error instanceof Unreachable || (error instanceof DOMException && error.name === 'TimeoutError')) {
    heading = say('Không kết nối được với máy chủ', 'The server cannot be reached')
    detail = say('Kiểm tra mạng rồi thử lại. Những gì đã nhập vẫn còn trên trang.', 'Check the network and try again. What you entered is still on the page.')
  } else if (error instanceof Problem) {
    const { body, status } = error
    detail = (english ? (body.detailEn ?? body.detail) : body.detail) ?? `HTTP ${status}`
    list = body.errors ?? []
    heading =
      status === 403
        ? say('Tài khoản này không có quyền xem hoặc làm việc đó', 'This account has no right to see or do that')
        : status === 404
          ? say('Không tìm thấy', 'Not found')
          : status === 412
            ? say('Người khác vừa sửa; hãy tải lại rồi làm tiếp', 'Somebody else changed it meanwhile; load it again')
            : status === 401
              ? say('Phiên làm việc đã hết', 'You are no longer signed in')
              : (body.title ?? heading)
  }
  return (
    <div role="alert" className="refusal">
      <strong>{heading}</strong>
      <p>{detail}</p>
      {list.length > 0 && (
        <ul>
          {list.map((it, at) => (
            <li key={at}>
              {it.pointer && <code>{it.pointer.replace(/^[#/]+/, '')}</code>} {english ? (it.detailEn ?? it.detail) : it.detail}
            </li>
          ))}
        </ul>
      )}
      {retry && <Button onPress={retry}>{say('Thử lại', 'Try again')}</Button>}
    </div>
  )
}

export function Loading() {
  const say = useSay()
  return (
    <div role="status" className="loading">
      {say('Đang tải…', 'Loading…')}
    </div>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>
}

/** What was asked, in each of its states: waited for, refused, nothing, there. */
export function Asked<T>({
  query,
  isEmpty,
  empty,
  children,
}: {
  query: UseQueryResult<T, Error>
  isEmpty?: (data: T) => boolean
  empty?: ReactNode
  children: (data: T) => ReactNode
}) {
  if (query.data === undefined) {
    return query.error ? <Refusal error={query.error} retry={() => void query.refetch()} /> : <Loading />
  }
  return (
    <>
      {query.error && <Refusal error={query.error} retry={() => void query.refetch()} />}
      {isEmpty?.(query.data) ? <Empty>{empty}</Empty> : children(query.data)}
    </>
  )
}
