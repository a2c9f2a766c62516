// panels/run/: racers: optimizer, hyper-parameters, schedule, rule and mistakes.
import { useLayoutEffect, useRef } from 'react'
import { runsOf } from '../../core/experiment/parts.ts'
import { limits } from '../../core/limits.ts'
import { Region } from '../../ui/place.tsx'
import { useDescentState } from '../lab/descents.ts'
import { useRacerNames } from '../lab/racerNames.ts'
import { AddRun } from './AddRun.tsx'
import { keepInSight } from './keepInSight.ts'
import { RunGroup } from './RunGroup.tsx'
import styles from './RunPanel.module.css'
import { mostWhole, useRacerKeys } from './racerKeys.ts'

/** The racers, each with its controls. */
export function RunPanel() {
  const runs = useDescentState(({ prepared }) => prepared.runs)
  const selected = useDescentState((state) => state.selected)
  const list = useRef<HTMLDivElement>(null)
  const names = useRacerNames(runs)
  const keys = useRacerKeys(useDescentState(({ experiment }) => runsOf(experiment)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a racer that is new is shown once it is there
  useLayoutEffect(() => {
    const group = list.current?.children[selected]
    return group && keepInSight(group)
  }, [selected, runs.length])
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
            key={keys[index]}
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
