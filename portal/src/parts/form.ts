import { useQuery } from '@tanstack/react-query'
import { answer, type Reports } from '../app/api'
import { useApi } from '../app/session'

/** One figure of a form: an element, or a cell of one that is broken down. */
export interface Line {
  code: string
  name: string
  unit: string
  integer: boolean
  required: boolean
  min: number | undefined
  max: number | undefined
  /** Whether it is the sum of its parts and not filled in. */
  sum: boolean
}

/** A form and its figures, one line each, in their order. */
export function useForm(code: string): { form: Reports['ReportFormView'] | undefined; lines: Line[]; failed: Error | null } {
  const api = useApi()
  const query = useQuery({
    queryKey: ['form', code],
    queryFn: () => answer(api.reports.GET('/api/v1/forms/{code}', { params: { path: { code } } })),
    enabled: code !== '',
    staleTime: 60_000,
  })
  return { form: query.data, lines: (query.data?.elements ?? []).flatMap(linesOf), failed: query.error }
}

/** Stands between the code of an element and those of the options that a figure of it is of. */
const JOIN = '__'

function linesOf(element: Reports['ElementView']): Line[] {
  const figures = element.figures ?? []
  const line = (code: string, name: string, sum: boolean): Line => ({
    code,
    name,
    unit: element.unit ?? '',
    integer: element.kind === 'INTEGER',
    required: element.required ?? false,
    min: element.min,
    max: element.max,
    sum,
  })
  if (!element.by?.length) {
    return [line(element.code ?? '', element.name ?? '', false)]
  }
  const options = new Map(element.by.flatMap((by) => (by.options ?? []).map((it) => [it.code ?? '', it.name ?? ''] as const)))
  const named = (figure: string) =>
    figure
      .slice((element.code ?? '').length)
      .split(JOIN)
      .filter(Boolean)
      .map((it) => options.get(it) ?? it)
      .join(', ')
  return [
    line(element.code ?? '', element.name ?? '', true),
    ...figures.filter((it) => it !== element.code).map((it) => line(it, `${element.name} – ${named(it)}`, false)),
  ]
}
