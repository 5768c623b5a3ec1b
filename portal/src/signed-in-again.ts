// The window that was opened to sign in again, back from the identity server: it hands the answer to the page behind it,
// and is closed.
import { manager } from './app/identity'

const users = await manager()
await users.signinPopupCallback().catch((failed: unknown) => {
  document.body.textContent = `${String(failed)} – hãy đóng cửa sổ này rồi thử lại / close this window and try again`
})
