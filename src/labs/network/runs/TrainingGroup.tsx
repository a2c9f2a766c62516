import { memo, useMemo } from 'react'
import { networkOptimizers, type TrainingRun } from '../../../core/experiment/networkRuns.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { ruleOf } from '../../../core/optimizers/optimizer.ts'
import { customId, firstRule } from '../../../core/optimizers/written/custom.ts'
import { rolesOf } from '../../../core/rules/roles.ts'
import { HyperControls } from '../../../panels/run/HyperControls.tsx'
import { RacerFrame } from '../../../panels/run/RacerFrame.tsx'
import { RuleText } from '../../../panels/run/RuleText.tsx'
import { RunHeader } from '../../../panels/run/RunHeader.tsx'
import styles from '../../../panels/run/RunPanel.module.css'
import { ScheduleControls } from '../../../panels/run/ScheduleControls.tsx'
import { SchedulePicker } from '../../../panels/run/SchedulePicker.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useNetworkState } from '../useNetwork.ts'
import { noteOn } from './note.ts'
import { useRunEdits } from './useRunEdits.ts'

const options = [
  ...networkOptimizers.map(({ id, name }) => ({ value: id, name })),
  { value: customId, name: 'Your rule' },
]

interface Props {
  readonly index: number
  /** As it begins. */
  readonly run: TrainingRun
  readonly isAlone: boolean
  readonly isSelected: boolean
  /** All controls, not only the most important ones. */
  readonly isWhole: boolean
}

/** One run: its optimizer, schedule and hyper-parameters, as they hold at the batch that is shown. */
export const TrainingGroup = memo((props: Props) => {
  const { index, run, isAlone, isSelected, isWhole } = props
  const { label } = run
  const edit = useRunEdits(index)
  const here = useRunHere(run)
  const { optimizer, settings } = here
  const roles = useMemo(() => rolesOf(ruleOf(optimizer)), [optimizer])
  return (
    <RacerFrame {...{ index, label, isAlone, isSelected }} onSelect={edit.select}>
      {!isAlone && (
        <RunHeader
          index={index}
          label={label}
          name={label}
          isSelected={isSelected}
          onSelect={edit.select}
          onRemove={edit.remove}
        />
      )}
      <div className={styles.picker}>
        <Select
          label="Optimizer"
          value={optimizer.id}
          options={options}
          onChange={edit.chooseOptimizer}
        />
        {isWhole && (
          <SchedulePicker
            schedule={here.schedule}
            onKind={edit.chooseSchedule}
            onWarmup={edit.switchWarmup}
          />
        )}
      </div>
      {isWhole && <Note run={run} onCopy={edit.copy} />}
      {optimizer.id === customId && <Rule index={index} onChange={edit.setRule} />}
      <HyperControls
        entries={optimizer.hyper}
        settings={settings}
        roles={roles}
        onChange={edit.setHyper}
        only={isWhole ? undefined : 'lr'}
      />
      {isWhole && here.schedule && (
        <div className={styles.schedule}>
          <ScheduleControls run={here} onArgument={edit.setArgument} onWarmup={edit.setWarmup} />
        </div>
      )}
    </RacerFrame>
  )
})
TrainingGroup.displayName = 'TrainingGroup'

/** The run with the settings that hold at the batch that is shown. */
function useRunHere(run: TrainingRun): TrainingRun {
  const { later = [] } = run
  const leg = useNetworkState(({ playhead }) =>
    later.findLastIndex(({ at }) => at <= Math.floor(playhead)),
  )
  return later[leg]?.run ?? run
}

function Note({ run, onCopy }: { readonly run: TrainingRun; readonly onCopy: () => void }) {
  const { optimizer, bugs } = run
  const parameters = useNetworkState(({ prepared }) => sizeOf(prepared.architecture))
  const isText = optimizer.id !== customId && !optimizer.method && !optimizer.matrices
  return (
    <div className={styles.note}>
      <p>{bugs.length ? 'With a mistake on purpose' : noteOn(optimizer, parameters)}</p>
      {isText && (
        <button type="button" className={styles.tiny} onClick={onCopy}>
          Edit a copy
        </button>
      )}
    </div>
  )
}

interface RuleProps {
  readonly index: number
  readonly onChange: (rule: string) => void
}

function Rule({ index, onChange }: RuleProps) {
  const written = useNetworkState(({ experiment }) => experiment.runs?.[index]?.rule ?? firstRule)
  const rejected = useNetworkState(({ rejectedRule: of }) =>
    of?.run === index ? of.text : undefined,
  )
  return <RuleText written={written} rejected={rejected} onChange={onChange} />
}
