// panels/run/: racers: optimizer, hyper-parameters, schedule, rule and mistakes.
import { useLayoutEffect, useRef } from 'react'
import { limits } from '../../core/limits.ts'
import { Region } from '../../ui/place.tsx'
import { useDescentState } from '../lab/descents.ts'
import { useRacerNames } from '../lab/racerNames.ts'
import { AddRun } from './AddRun.tsx'
import { RunGroup } from './RunGroup.tsx'
import styles from './RunPanel.module.css'

/** Up to here every run shows all its controls; beyond, only the selected one does. */
const mostWhole = 4

/** The racers, each with its controls. */
export function RunPanel() {
  const runs = useDescentState(({ prepared }) => prepared.runs)
  const selected = useDescentState((state) => state.selected)
  const list = useRef<HTMLDivElement>(null)
  const names = useRacerNames(runs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a racer that is new is shown once it is there
  useLayoutEffect(() => reveal(list.current?.children[selected]), [selected, runs.length])
  return (
    <Region className={styles.panel} name="Optimizers">
      {runs.length > 1 && (
        <header className={styles.bar}>
          <h2>{runs.length} optimizers</h2>
          {runs.length < limits.racers.most ? <AddRun /> : <p>more would not be told apart</p>}
        </header>
      )}
      <div ref={list} className={styles.runs} data-scrolls>
        {runs.map((run, index) => (
          <RunGroup
            key={run.label}
            index={index}
            run={run}
            name={names[index] ?? run.label}
            parent={run.from && names[run.from.run]}
            isAlone={runs.length === 1}
            isSelected={index === selected}
            isWhole={runs.length <= mostWhole || index === selected}
          />
        ))}
      </div>
    </Region>
  )
}

/**
 * Scrolls the panel, never the page, until someone sees what the formula is of. Where the hand is at it already, nothing
 * moves.
 */
function reveal(group: Element | undefined): void {
  if (!group || group.contains(document.activeElement)) return
  let scroller = group.parentElement
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  if (!scroller || scroller === document.documentElement) return
  const [seen, own] = [scroller.getBoundingClientRect(), group.getBoundingClientRect()]
  const isSeen = own.top >= seen.top && own.bottom <= seen.bottom
  if (!isSeen) scroller.scrollTop += own.top - seen.top
}
