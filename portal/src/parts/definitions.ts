import { parseAllDocuments } from 'yaml'

/** What is wrong with a text that nobody has sent yet. */
export class Unreadable extends Error {}

/**
 * Forms, indicators, regimes and targets by their codes, out of one text or several with `---` between them, each YAML or
 * JSON. A code that is there twice is refused, as `./dondoc definitions` does.
 */
export function definitionsIn(text: string): Record<string, Record<string, unknown>> {
  const set: Record<string, Record<string, unknown>> = {}
  for (const document of parseAllDocuments(text)) {
    const [wrong] = document.errors
    if (wrong) {
      throw new Unreadable(`không đọc được / cannot be read: ${wrong.message}`)
    }
    const parts: unknown = document.toJS()
    if (parts === null) {
      continue
    }
    if (!isObject(parts)) {
      throw new Unreadable('phải bắt đầu bằng / must begin with forms:, indicators:, regimes:, targets:')
    }
    for (const [part, definitions] of Object.entries(parts)) {
      if (!isObject(definitions)) {
        throw new Unreadable(`${part}: phải có từng mã bên trong / must have codes inside`)
      }
      const known = (set[part] ??= {})
      for (const [code, definition] of Object.entries(definitions)) {
        if (code in known) {
          throw new Unreadable(`${part}: ${code} có hai lần / is there twice`)
        }
        known[code] = definition
      }
    }
  }
  return set
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}
