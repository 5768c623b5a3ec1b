// Where the identity server sends the browser back to: a page that signed in goes on where it was, a window that was
// opened to sign in again hands the answer to the page behind it.
import { manager, SIGNED_IN } from './app/identity'

const users = await manager()
const popup = window.opener !== null
try {
  if (popup) {
    await users.signinPopupCallback()
  } else {
    const user = await users.signinRedirectCallback()
    const address = typeof user.state === 'string' && user.state.startsWith('/') && !user.state.startsWith('//') ? user.state : '/'
    sessionStorage.setItem(SIGNED_IN, 'yes')
    location.replace(address)
  }
} catch {
  location.replace(popup ? '/renewed.html' : '/?signed-in=failed')
}
