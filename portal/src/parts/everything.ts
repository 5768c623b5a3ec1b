interface Page<T> {
  items?: T[]
  next?: string
}

/** A list that is small by its nature, whole: page after page until there is no next. */
export async function everything<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<{ items: T[] }> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const { items: more = [], next } = await page(cursor)
    items.push(...more)
    cursor = next
  } while (cursor)
  return { items }
}
