import { useEffect, useReducer } from 'react'
import { useStore } from 'zustand'
import { clockWords, switched, timeOn } from './moment.ts'
import type { Session } from './session.ts'

const second = 1000

/** How long a talk has lasted; pressed, it runs or stands. */
export function Clock({
  session,
  className,
}: {
  session: Session
  className?: string | undefined
}) {
  const timer = useStore(session.store, (moment) => moment.timer)
  const [, tick] = useReducer((n: number) => n + 1, 0)
  const isRunning = timer.since !== undefined
  useEffect(() => {
    if (!isRunning) return
    const interval = setInterval(tick, second)
    return () => clearInterval(interval)
  }, [isRunning])
  return (
    <button
      type="button"
      className={className}
      aria-pressed={isRunning}
      title={isRunning ? 'Stop the timer' : 'Start the timer'}
      onClick={() => session.change((m) => ({ ...m, timer: switched(m.timer, Date.now()) }))}
    >
      <span className="visually-hidden">Timer </span>
      {clockWords(timeOn(timer, Date.now()))}
    </button>
  )
}
