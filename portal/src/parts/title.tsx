import { useEffect, type ReactNode } from 'react'

/** The heading of a page, which is the title of its tab too. */
export function Title({ name, children }: { name: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${name} – Đôn Đốc`
  }, [name])
  return (
    <div className="title">
      <h1>{name}</h1>
      {children}
    </div>
  )
}
