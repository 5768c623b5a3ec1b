// The hidden frame in which a token is renewed while its page stays as it is.
import { manager } from './app/identity'

const users = await manager()
await users.signinSilentCallback().catch((failed: unknown) => console.error('not renewed:', failed))
