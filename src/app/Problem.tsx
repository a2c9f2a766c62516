import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '../state/lab/lab.ts'
import { WithCode } from '../ui/WithCode.tsx'
import styles from './Problem.module.css'

/** What could not be read or done, in sentences; everything else stays as it was. */
export function Problem({ lab }: { readonly lab: Lab }) {
  const [trouble, noteTrouble] = useTrouble(lab)
  const said = useStore(lab.store, (state) => state.problems)
  const problems = useLater(
    useMemo(() => [...said, ...(trouble ? [trouble.message] : [])], [said, trouble]),
  )
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
      {trouble && trouble.loss !== 'unsupported' && (
        <button type="button" onClick={lab.engine.retry}>
          Try again
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          lab.complain()
          noteTrouble()
        }}
      >
        Dismiss
      </button>
    </div>
  )
}

/** What is in the way of the calculation, until someone has taken note of it. */
function useTrouble({ engine }: Lab) {
  const trouble = useStore(engine.store, (state) => state.trouble)
  const [noted, note] = useState<typeof trouble>()
  return [trouble === noted ? undefined : trouble, () => note(trouble)] as const
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
