import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '../state/lab/lab.ts'
import { WithCode } from '../ui/WithCode.tsx'
import styles from './Problem.module.css'

/** What could not be read or done, in sentences; everything else stays as it was. */
export function Problem({ lab }: { readonly lab: Lab }) {
  const problems = useLater(useStore(lab.store, (state) => state.problems))
  return (
    <div
      role="alert"
      aria-label="Problem"
      className={styles.problem}
      hidden={problems.length === 0}
    >
      <div>
        {problems.map((problem) => (
          <p key={problem}>
            <WithCode>{sentence(problem)}</WithCode>
          </p>
        ))}
      </div>
      <button type="button" onClick={() => lab.complain()}>
        Dismiss
      </button>
    </div>
  )
}

/** While someone is typing, half a word is no problem yet. */
const patience = 350

/** Problems a little later than they come, and gone as soon as they are gone. */
function useLater(problems: readonly string[]): readonly string[] {
  const [late, setLate] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setLate(problems), patience)
    return () => clearTimeout(timer)
  }, [problems])
  return problems.length ? late : problems
}

const sentence = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`)
