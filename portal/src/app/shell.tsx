import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button, Heading, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Link, Navigate, NavLink, Route, Routes, useLocation } from 'react-router'
import { useAgencies } from '../parts/agencies'
import { Broken } from '../parts/broken'
import { Empty, Loading } from '../parts/states'
import { useStream } from '../parts/stream'
import { Title } from '../parts/title'
import { answer } from './api'
import { useLanguage, useSay } from './language'
import { useMay, useSession } from './session'

const TasksPage = lazy(() => import('../pages/tasks'))
const TaskPage = lazy(() => import('../pages/task'))
const LatePage = lazy(() => import('../pages/late'))
const DirectivesPage = lazy(() => import('../pages/directives'))
const DirectivePage = lazy(() => import('../pages/directive'))
const ReportsPage = lazy(() => import('../pages/reports'))
const ReportPage = lazy(() => import('../pages/report'))
const FilingPage = lazy(() => import('../pages/filing'))
const IndicatorsPage = lazy(() => import('../pages/indicators'))
const FigurePage = lazy(() => import('../pages/figure'))
const InboxPage = lazy(() => import('../pages/inbox'))
const AdminPage = lazy(() => import('../pages/admin'))
const DataPage = lazy(() => import('../pages/data'))

/** Without a stream it is asked now and then all the same. */
const A_MINUTE = 60_000

/** What a notice may have changed. */
const NEWS = [['inbox'], ['tasks'], ['task'], ['reports'], ['report'], ['digest']]

function Unread() {
  const say = useSay()
  const { api } = useSession()
  const query = useQuery({
    queryKey: ['inbox', 'summary'],
    queryFn: () => answer(api.notices.GET('/api/v1/notices/summary')),
    refetchInterval: A_MINUTE,
  })
  const unread = query.data?.unread ?? 0
  return unread > 0 ? (
    <span className="badge">
      {unread}
      <span className="hidden"> {say('chưa đọc', 'unread')}</span>
    </span>
  ) : null
}

function Navigation({ close }: { close: () => void }) {
  const say = useSay()
  const { person } = useSession()
  const provinceWide = useMay('SUPERVISOR', 'LEAD', 'AUDITOR', 'CLERK', 'ADMIN')
  const belongs = person.province !== undefined
  const pages: [address: string, name: string, shown: boolean][] = [
    ['/tasks', say('Việc của tôi', 'My tasks'), belongs],
    ['/late', say('Ai trễ', 'Who is late'), belongs && provinceWide],
    ['/directives', say('Văn bản', 'Directives'), belongs],
    ['/reports', say('Báo cáo', 'Reports'), belongs],
    ['/indicators', say('Chỉ tiêu', 'Indicators'), belongs],
    ['/inbox', say('Hộp thư', 'Inbox'), belongs],
    ['/admin', say('Quản trị', 'Administration'), true],
    ['/data', say('Dữ liệu', 'Data'), true],
  ]
  return (
    <nav aria-label={say('Các trang', 'Pages')}>
      <ul>
        {pages
          .filter(([, , shown]) => shown)
          .map(([address, name]) => (
            <li key={address}>
              <NavLink to={address} onClick={close}>
                {name}
                {address === '/inbox' && <Unread />}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Header({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const say = useSay()
  const { person, signOut } = useSession()
  const { language, setLanguage } = useLanguage()
  const { nameOf } = useAgencies()
  const [failed, setFailed] = useState(false)
  return (
    <header className="top">
      <button className="menu" aria-expanded={open} aria-controls="side" onClick={() => setOpen(!open)}>
        ☰<span className="hidden">{say('Các trang', 'Pages')}</span>
      </button>
      <Link to="/" className="brand">
        Đôn Đốc
      </Link>
      <span className="who">
        <strong>{person.name}</strong>
        <span>{person.agency ? nameOf(person.agency) : say('người vận hành', 'operator')}</span>
      </span>
      <Button aria-label={say('Switch to English', 'Chuyển sang tiếng Việt')} onPress={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
        <span lang={language === 'vi' ? 'en' : 'vi'}>{language === 'vi' ? 'EN' : 'VI'}</span>
      </Button>
      <Button
        onPress={() => {
          setFailed(false)
          signOut().catch(() => setFailed(true))
        }}
      >
        {say('Thoát', 'Sign out')}
      </Button>
      {failed && <span role="alert">{say('Chưa thoát được: nơi đăng nhập không trả lời.', 'Not signed out: where one signs in does not answer.')}</span>}
    </header>
  )
}

/** The sign-in ended while something was being done: it stays as it is behind the window in which one signs in again. */
function SignedOut() {
  const say = useSay()
  const { over, signInAgain } = useSession()
  const [failed, setFailed] = useState(false)
  return (
    <ModalOverlay className="overlay" isOpen={over} isDismissable={false} isKeyboardDismissDisabled>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{say('Phiên làm việc đã hết', 'Your sign-in has ended')}</Heading>
          <p>
            {say(
              'Đăng nhập lại trong cửa sổ mới; những gì đang nhập trên trang vẫn còn.',
              'Sign in again in a new window; what you were entering stays on the page.',
            )}
          </p>
          {failed && <p role="alert">{say('Chưa đăng nhập được; trình duyệt có chặn cửa sổ mới không?', 'Not signed in; did the browser block the new window?')}</p>}
          <footer>
            <Button
              className="primary"
              onPress={() => {
                setFailed(false)
                signInAgain().catch(() => setFailed(true))
              }}
            >
              {say('Đăng nhập lại', 'Sign in again')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Nowhere() {
  const say = useSay()
  return (
    <>
      <Title name={say('Không tìm thấy', 'Not found')} />
      <Empty>{say('Không có trang này.', 'There is no such page.')}</Empty>
    </>
  )
}

export function Pages() {
  const say = useSay()
  const { person } = useSession()
  const [open, setOpen] = useState(false)
  const address = useLocation().pathname
  const main = useRef<HTMLElement>(null)
  const shown = useRef(address)
  useEffect(() => {
    if (shown.current !== address) {
      shown.current = address
      main.current?.focus()
      scrollTo(0, 0)
    }
  }, [address])
  useStream('notification', '/api/v1/notices/stream', NEWS, person.agency !== undefined)
  const first = person.province === undefined ? '/admin/parked' : '/tasks'
  return (
    <>
      <a className="skip" href="#main">
        {say('Đến nội dung', 'Skip to the content')}
      </a>
      <Header open={open} setOpen={setOpen} />
      <div className={open ? 'frame open' : 'frame'}>
        <aside id="side">
          <Navigation close={() => setOpen(false)} />
        </aside>
        <main id="main" ref={main} tabIndex={-1}>
          <Broken key={address}>
            <Suspense fallback={<Loading />}>
              <Routes>
                <Route path="/" element={<Navigate to={first} replace />} />
                <Route path="/tasks" element={<TasksPage />} />
                <Route path="/tasks/:id" element={<TaskPage />} />
                <Route path="/late" element={<LatePage />} />
                <Route path="/directives" element={<DirectivesPage />} />
                <Route path="/directives/:id" element={<DirectivePage />} />
                <Route path="/reports" element={<ReportsPage />} />
                <Route path="/reports/:id" element={<ReportPage />} />
                <Route path="/reports/:id/filing" element={<FilingPage />} />
                <Route path="/indicators" element={<IndicatorsPage />} />
                <Route path="/indicators/:code/:agency/:period" element={<FigurePage />} />
                <Route path="/inbox/*" element={<InboxPage />} />
                <Route path="/admin/*" element={<AdminPage />} />
                <Route path="/data/*" element={<DataPage />} />
                <Route path="*" element={<Nowhere />} />
              </Routes>
            </Suspense>
          </Broken>
        </main>
      </div>
      <SignedOut />
    </>
  )
}
