import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { LanguageProvider } from './app/language'
import { SessionProvider } from './app/session'
import { Pages } from './app/shell'
import { Broken } from './parts/broken'
import { Loading } from './parts/states'
import './app/style.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Broken>
          <Suspense fallback={<Loading />}>
            <SessionProvider>
              <BrowserRouter>
                <Pages />
              </BrowserRouter>
            </SessionProvider>
          </Suspense>
        </Broken>
      </LanguageProvider>
    </StrictMode>,
  )
}
