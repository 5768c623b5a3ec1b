import { NavLink, Navigate, Route, Routes } from 'react-router'
import { useSay } from '../app/language'
import { useMay, useSession } from '../app/session'
import { Title } from '../parts/title'
import { Audit } from './admin/audit'
import { Calendars, Ladders } from './admin/calendars'
import { Catalogue, Successions } from './admin/catalogue'
import { Definitions } from './admin/definitions'
import { Parked } from './admin/parked'
import { Webhooks } from './admin/webhooks'

/** What an installation and a province are set up with. Each part says for itself who may change it. */
export default function AdminPage() {
  const say = useSay()
  const { person } = useSession()
  const belongs = person.province !== undefined
  const audits = useMay('AUDITOR')
  const hooks = useMay('ADMIN', 'AUDITOR')
  const tabs: [address: string, name: string, shown: boolean][] = [
    ['catalogue', say('Danh mục cơ quan', 'Agencies'), belongs],
    ['successions', say('Kế thừa', 'Successions'), belongs],
    ['calendars', say('Lịch làm việc', 'Calendars'), belongs],
    ['ladders', say('Thang nhắc hạn', 'Ladders'), belongs],
    ['definitions', say('Biểu mẫu, chỉ tiêu, chế độ', 'Definitions'), belongs],
    ['webhooks', say('Webhook, gửi nhận', 'Webhooks, deliveries'), hooks],
    ['audit', say('Nhật ký kiểm toán', 'Audit'), audits],
    ['parked', say('Sự kiện bị giữ lại', 'Parked events'), person.operates],
  ]
  const shown = tabs.filter(([, , it]) => it)
  return (
    <>
      <Title name={say('Quản trị', 'Administration')} />
      <nav className="tabs" aria-label={say('Quản trị', 'Administration')}>
        {shown.map(([address, name]) => (
          <NavLink key={address} to={`/admin/${address}`}>
            {name}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to={shown[0]?.[0] ?? 'catalogue'} replace />} />
        <Route path="catalogue" element={<Catalogue />} />
        <Route path="successions" element={<Successions />} />
        <Route path="calendars" element={<Calendars />} />
        <Route path="ladders" element={<Ladders />} />
        <Route path="definitions" element={<Definitions />} />
        <Route path="webhooks" element={<Webhooks />} />
        <Route path="audit" element={<Audit />} />
        <Route path="parked" element={<Parked />} />
      </Routes>
    </>
  )
}
