import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Engine } from '../engine/client.ts'
import type { Trouble } from '../engine/trouble.ts'
import type { Lab, LabState } from '../state/lab/lab.ts'
import { type Problem as Said, wordsOf } from '../state/lab/problem.ts'
import { WithCode } from '../ui/WithCode.tsx'
import styles from './Problem.module.css'

interface Props {
  readonly lab: Lab
  /** Its troubles are said here too: in one place of a page, however many labs calculate by it. */
  readonly engine?: Engine
}

/** What could not be read or done, in sentences; everything else stays as it was. */
export function Problem({ lab, engine }: Props) {
  const [trouble, noteTrouble] = useTrouble(lab.engine)
  const problems = useStore(lab.store, (state) => state.problems)
  const { problems: late, times } = useLater(
    useMemo(
      () => [...problems, ...(trouble && engine ? [asProblem(trouble, engine)] : [])],
      [problems, trouble, engine],
    ),
  )
  const dismiss = () => {
    lab.complain()
    noteTrouble()
  }
  const said = new Map(late.map((problem) => [wordsOf(problem), problem]))
  return (
    <div role="alert" aria-label="Problem" className={styles.problem} hidden={late.length === 0}>
      {/* What happens again is said again, though the words are the same. */}
      <div key={times} className={styles.words}>
        {[...said].map(([words, problem]) => (
          <p key={words}>
            <WithCode>{sentence(words)}</WithCode>
            {typeof problem === 'object' && (
              <button
                type="button"
                onClick={() => {
                  dismiss()
                  problem.action.act()
                }}
              >
                {problem.action.name}
              </button>
            )}
          </p>
        ))}
      </div>
      <button type="button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  )
}

/** What is in the way of the calculation, until someone has taken note of it. */
function useTrouble(engine: Engine) {
  const trouble = useStore(engine.store, (state) => state.trouble)
  const [noted, note] = useState<typeof trouble>()
  return [trouble === noted ? undefined : trouble, () => note(trouble)] as const
}

/** What a lost worker costs, and the way to have it again. */
const asProblem = ({ message, loss }: Trouble, engine: Engine): Said =>
  loss === 'unsupported'
    ? message
    : { words: message, action: { name: 'Try again', act: engine.retry } }

/** While someone is typing, half a word is no problem yet. */
const patience = 350

type Problems = LabState['problems']

/** Problems a little later than they come, and gone as soon as they are gone; with how often there were any. */
function useLater(problems: Problems): { readonly problems: Problems; readonly times: number } {
  const [late, setLate] = useState<{ problems: Problems; times: number }>({
    problems: [],
    times: 0,
  })
  useEffect(() => {
    const show = () => setLate(({ times }) => ({ problems, times: times + 1 }))
    if (problems.length === 0) {
      show()
      return
    }
    const timer = setTimeout(show, patience)
    return () => clearTimeout(timer)
  }, [problems])
  return problems.length ? late : { problems, times: late.times }
}

const sentence = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`)
