import { useStore } from 'zustand'
import type { Lab } from '../state/lab.ts'
import styles from './Problem.module.css'

/** What could not be read or done, in sentences; everything else stays as it was. */
export function Problem({ lab }: { readonly lab: Lab }) {
  const problems = useStore(lab.store, (state) => state.problems)
  return (
    <div
      role="alert"
      aria-label="Problem"
      className={styles.problem}
      hidden={problems.length === 0}
    >
      <div>
        {problems.map((problem) => (
          <p key={problem}>{withCode(problem)}.</p>
        ))}
      </div>
      <button type="button" onClick={() => lab.store.setState({ problems: [] })}>
        Dismiss
      </button>
    </div>
  )
}

/** Text between backticks is code. */
function withCode(text: string): React.ReactNode[] {
  return text
    .replace(/\.$/, '')
    .split('`')
    .map((part, i) => (i % 2 ? <code key={`${i} ${part}`}>{part}</code> : part))
}
