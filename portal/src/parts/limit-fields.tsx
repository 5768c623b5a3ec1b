import { useSay } from '../app/language'
import { LIMITS, options } from '../app/words'
import { Check, Choice, Day, Kept, Whole, Words } from './fields'
import { become, COUNTED_FROM, COUNTED_IN, daysOfYear, EACH, limitText, monthsFirst, WEEKDAYS, type Limit } from './limit'

type Recurrence = NonNullable<Limit['recurrence']>

/** When a duty is due: a day, a count, or what comes round. */
export function LimitFields({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const say = useSay()
  return (
    <fieldset>
      <legend>{say('Thời hạn', 'Limit')}</legend>
      <div className="filters">
        <Choice
          label={say('Loại thời hạn', 'Kind of limit')}
          value={limit.kind ?? 'NONE'}
          onChange={(kind) => set(become(limit, kind as Limit['kind']))}
          options={options(LIMITS, say, ['DATE', 'RECURRING', 'CONTINUOUS', 'ROADMAP', 'NONE'])}
        />
        {limit.kind === 'DATE' && <OnADay limit={limit} set={set} />}
        {limit.kind === 'RECURRING' && <ComingRound limit={limit} set={set} />}
      </div>
      <p className="soft" role="status">
        {say('Hệ thống hiểu', 'Understood as')}: {limitText(limit, say)}
        {limit.phrase && ` – “${limit.phrase}”`}
      </p>
    </fieldset>
  )
}

function OnADay({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const say = useSay()
  const { relative } = limit
  return (
    <>
      <Choice
        label={say('Tính', 'Reckoned')}
        value={relative ? 'COUNTED' : 'DAY'}
        onChange={(how) => set({ ...become(limit, 'DATE'), ...(how === 'COUNTED' ? { relative: { amount: 10, unit: 'WORKING_DAY', from: 'RECEIPT' } } : {}) })}
        options={[
          ['DAY', say('đến một ngày', 'to a day')],
          ['COUNTED', say('từ một mốc', 'from something')],
        ]}
      />
      {relative ? (
        <>
          <Whole label={say('Bao nhiêu', 'How many')} required value={relative.amount} onChange={(amount) => set({ ...limit, relative: { ...relative, amount } })} />
          <Choice
            label={say('Đơn vị', 'Unit')}
            value={relative.unit ?? 'DAY'}
            onChange={(unit) => set({ ...limit, relative: { ...relative, unit: unit as typeof relative.unit } })}
            options={options(COUNTED_IN, say)}
          />
          <Choice
            label={say('Kể từ', 'From')}
            value={relative.from ?? 'EVENT'}
            onChange={(from) => set({ ...limit, relative: { ...relative, from: from as typeof relative.from } })}
            options={options(COUNTED_FROM, say)}
          />
        </>
      ) : (
        <>
          <Day label={say('Ngày', 'Day')} value={limit.date ?? ''} onChange={(date) => set({ ...limit, date: date || undefined })} />
          <Words label={say('Giờ', 'Hour')} value={limit.time ?? ''} onChange={(time) => set({ ...limit, time: time || undefined })} hint="17:00" />
          <Included limit={limit} set={set} />
        </>
      )}
    </>
  )
}

function ComingRound({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const say = useSay()
  const { frequency = 'MONTHLY', recurrence = {} } = limit
  const put = (part: Partial<Recurrence>) => set({ ...limit, recurrence: { ...recurrence, ...part } })
  const monthly = frequency !== 'DAILY' && frequency !== 'WEEKLY'
  return (
    <>
      <Choice label={say('Bao lâu một lần', 'How often')} value={frequency} onChange={(it) => set({ ...limit, frequency: it, period: undefined, recurrence: {} })} options={options(EACH, say)} />
      {monthly && frequency === 'ANNUAL' && (
        <Kept
          label={say('Các ngày trong năm', 'Days of the year')}
          initial={daysOfYear(recurrence.days)}
          onChange={(text) => set({ ...limit, recurrence: text.trim() ? { days: monthsFirst(text) } : {} })}
          hint="10/6; 10/12"
        />
      )}
      {!recurrence.days?.length && (
        <>
          {frequency !== 'DAILY' && (
            <Choice
              label={say('Thứ', 'Weekday')}
              value={String(recurrence.weekday ?? '')}
              onChange={(it) => put({ weekday: it ? Number(it) : undefined })}
              options={WEEKDAYS.map((it, at) => [String(at + 1), say(it)])}
              any={say('không nêu', 'not said')}
            />
          )}
          {monthly && (
            <Choice
              label={say('Tuần của tháng', 'Week of the month')}
              value={String(recurrence.weekOfMonth ?? '')}
              onChange={(it) => put({ weekOfMonth: it ? Number(it) : undefined })}
              options={[...[1, 2, 3, 4].map((it) => [String(it), say(`thứ ${it}`, `${it}`)] as const), ['-1', say('cuối', 'last')]]}
              any={say('không nêu', 'not said')}
            />
          )}
          {monthly && <Whole label={say('Ngày của tháng', 'Day of the month')} value={recurrence.day} onChange={(it) => put({ day: it })} />}
          {frequency === 'ANNUAL' && <Whole label={say('Tháng', 'Month')} value={recurrence.month} onChange={(month) => put({ month })} />}
          {(frequency === 'QUARTERLY' || frequency === 'SEMIANNUAL') && (
            <Whole label={say('Tháng thứ mấy của kỳ', 'Which month of the period')} value={recurrence.monthOfPeriod} onChange={(monthOfPeriod) => put({ monthOfPeriod })} />
          )}
          {frequency !== 'DAILY' && (
            <Check label={say('của kỳ sau', 'of the next period')} value={recurrence.periodOffset === 1} onChange={(next) => put({ periodOffset: next ? 1 : undefined })} />
          )}
        </>
      )}
      <Included limit={limit} set={set} />
      <Words
        label={say('Lồng trong báo cáo nào', 'Inside which report')}
        value={limit.embeddedIn ?? ''}
        onChange={(embeddedIn) => set({ ...limit, embeddedIn: embeddedIn || undefined })}
      />
    </>
  )
}

function Included({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const say = useSay()
  return <Check label={say('tính cả ngày đó', 'that day is still in time')} value={limit.inclusive !== false} onChange={(inclusive) => set({ ...limit, inclusive })} />
}
