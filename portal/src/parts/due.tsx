import { day, daysBetween } from '../app/format'
import { useSay, type Say } from '../app/language'
import { LIMITS, STANDINGS, word } from '../app/words'
import { useToday } from './today'

interface Dated {
  standing?: string
  completedOn?: string
  assignment?: { dueOn?: string; dueAt?: string; timeLimit?: string; limitText?: string }
}

const SOON_DAYS = 5

export function lateness(due: string, on: string, say: Say): string {
  const days = daysBetween(on, due)
  if (days < 0) {
    return say(`trễ ${-days} ngày`, `${-days} days late`)
  }
  return days === 0 ? say('hôm nay', 'today') : say(`còn ${days} ngày`, `${days} days left`)
}

/** When something is due, and how it stands. */
export function Due({ task }: { task: Dated }) {
  const say = useSay()
  const on = useToday()
  const due = task.assignment?.dueOn
  const running = task.standing === 'RUNNING_OVERDUE' || task.standing === 'RUNNING_IN_TIME'
  if (!due) {
    return <span className="soft">{word(LIMITS, task.assignment?.timeLimit, say)}</span>
  }
  const kind = task.standing === 'RUNNING_OVERDUE' ? 'late' : running && daysBetween(on, due) <= SOON_DAYS ? 'soon' : ''
  return (
    <span>
      {task.assignment?.dueAt ? `${task.assignment.dueAt.slice(0, 5)} ` : ''}
      {day(due)}
      {running && (
        <>
          {' '}
          <span className={`tag ${kind}`}>{lateness(due, on, say)}</span>
        </>
      )}
    </span>
  )
}

export function Standing({ of }: { of: string | undefined }) {
  const say = useSay()
  const kind = of === 'RUNNING_OVERDUE' || of === 'DONE_LATE' ? 'late' : of === 'DONE_ON_TIME' ? 'good' : ''
  return <span className={`tag ${kind}`}>{word(STANDINGS, of, say)}</span>
}
