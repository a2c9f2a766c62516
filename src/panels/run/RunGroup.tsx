import { memo, useMemo } from 'react'
import type { Run } from '../../core/experiment/prepare.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { ruleOf } from '../../core/optimizers/optimizer.ts'
import { customId } from '../../core/optimizers/written/custom.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import { chooseOptimizer, removeRun, setHyper } from '../../state/edits/runs.ts'
import { part } from '../../ui/parts/Part.tsx'
import { Select } from '../../ui/Select.tsx'
import { ScentLegend } from '../../ui/slider/Scent.tsx'
import { useDescentLab } from '../lab/descents.ts'
import { changeLate } from '../lab/lateChange.ts'
import { AddRun } from './AddRun.tsx'
import { BugZoo } from './BugZoo.tsx'
import { HyperControls } from './HyperControls.tsx'
import { RacerFrame } from './RacerFrame.tsx'
import { RunHeader } from './RunHeader.tsx'
import styles from './RunPanel.module.css'
import { SchedulePicker } from './SchedulePicker.tsx'
import { useScents } from './scents.ts'
import { useBound } from './useBound.ts'

/** Only those who write a rule need the field for it. */
const RuleField = part(async () => (await import('../more.ts')).RuleField)
/** Only a schedule has arguments. */
const ScheduleArguments = part(async () => (await import('../more.ts')).ScheduleArguments)

const options = [
  ...optimizers.map(({ id, name }) => ({ value: id, name })),
  { value: customId, name: 'Your rule' },
]

interface Props {
  readonly index: number
  readonly run: Run
  /** What it is called where it is drawn. */
  readonly name: string
  /** The same of the run that it branches off from. */
  readonly parent: string | undefined
  readonly isAlone: boolean
  readonly isSelected: boolean
  /** All controls, not only the most important ones. */
  readonly isWhole: boolean
}

/** One racer: its optimizer, hyper-parameters and schedule. Using its controls selects it. */
export const RunGroup = memo((props: Props) => {
  const { index, run, name, parent, isAlone, isSelected, isWhole } = props
  const lab = useDescentLab()
  const { optimizer, settings, label, from } = run
  const roles = useMemo(() => rolesOf(ruleOf(optimizer)), [optimizer])
  const change = useMemo(
    () => (name: string, value: Parameters<typeof setHyper>[2]) =>
      lab.change(setHyper(index, name, value), `hyper ${index} ${name}`),
    [lab, index],
  )
  const scents = useScents(index, isSelected)
  const bound = useBound(index)
  const copy = () => {
    lab.select(index)
    void changeLate(lab, ({ editCopy }) => editCopy(index))
  }
  return (
    <RacerFrame {...{ index, label, isAlone, isSelected }} onSelect={() => lab.select(index)}>
      {!isAlone && (
        <RunHeader
          index={index}
          label={label}
          name={name}
          isSelected={isSelected}
          onSelect={() => lab.select(index)}
          onRemove={() => lab.change(removeRun(index))}
        >
          {from && (
            <span className={styles.from}>
              from step {from.step} of {parent}
            </span>
          )}
        </RunHeader>
      )}
      <div className={styles.picker}>
        <Select
          label="Optimizer"
          value={optimizer.id}
          options={options}
          onChange={(id) => lab.change(chooseOptimizer(index, id))}
        />
        {isWhole && (
          <SchedulePicker
            schedule={run.schedule}
            onKind={(kind) => void changeLate(lab, (of) => of.chooseSchedule(index, kind))}
            onWarmup={(isOn) => void changeLate(lab, (of) => of.switchWarmup(index, isOn))}
          />
        )}
        {isAlone && <AddRun />}
      </div>
      <div className={styles.note}>
        <p>{noteOn(run)}</p>
        {optimizer.id !== customId && !optimizer.method && (
          <button type="button" className={styles.tiny} onClick={copy}>
            Edit a copy
          </button>
        )}
      </div>
      {optimizer.id === customId && <RuleField index={index} />}
      <HyperControls
        entries={optimizer.hyper}
        settings={settings}
        roles={roles}
        onChange={change}
        scents={scents}
        bound={bound}
        legend={isSelected && <ScentLegend />}
        only={isWhole ? undefined : 'lr'}
      />
      {isWhole && (
        <>
          {run.schedule && (
            <div className={styles.schedule}>
              <ScheduleArguments index={index} run={run} scents={scents} />
            </div>
          )}
          <BugZoo index={index} run={run} />
        </>
      )}
    </RacerFrame>
  )
})
RunGroup.displayName = 'RunGroup'

function noteOn({ optimizer, bugs }: Run): string {
  if (bugs.length) return 'With a mistake on purpose'
  return optimizer.torch
    ? `torch.optim.${optimizer.torch}, checked against PyTorch: 1e-12`
    : 'Not in torch.optim'
}
