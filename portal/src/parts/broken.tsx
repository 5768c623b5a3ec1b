import { Component, type ReactNode } from 'react'
import { SIGNED_IN } from '../app/identity'

/** What cannot be shown says so and offers to begin again, in both languages: nothing else may work by then. */
export class Broken extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const error: Error | undefined = this.state.error
    if (!error) {
      return this.props.children
    }
    return (
      <main className="broken" role="alert">
        <h1>Đôn Đốc</h1>
        <p>Trang không mở được. Có thể máy chủ đang nghỉ; hãy thử lại.</p>
        <p lang="en">The page cannot be shown. The server may be away; try again.</p>
        <p>
          <code>{(error as Error).message}</code>
        </p>
        <p>
          <a href={location.pathname === SIGNED_IN ? '/' : location.pathname + location.search}>Thử lại / Try again</a>
        </p>
      </main>
    )
  }
}
