import { useCallback, useMemo } from 'react'
import type { Hyper, HyperValue } from '../../core/hyper.ts'
import { rolesOf } from '../../core/language/roles.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { hyperOf, ruleOf } from '../../core/optimizers/optimizer.ts'
import type { Run } from '../../core/runs/prepare.ts'
import { chooseOptimizer, setHyper } from '../../state/edits.ts'
import { HyperControl } from '../../ui/HyperControl.tsx'
import { ScentLegend } from '../../ui/Scent.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './HyperPanel.module.css'
import { useLab, useLabState } from './lab.ts'
import { useScents } from './scents.ts'
import { useBound } from './useBound.ts'

const options = optimizers.map(({ id, name }) => ({ value: id, name }))

/** The optimizer. */
export function OptimizerPicker() {
  const lab = useLab()
  const id = useLabState(({ experiment }) => experiment.runs?.[0]?.optimizer ?? 'sgd')
  const torch = optimizers.find((o) => o.id === id)?.torch
  return (
    <div className={styles.picker}>
      <Select
        label="Optimizer"
        value={id}
        options={options}
        onChange={(value) => lab.change(chooseOptimizer(value))}
      />
      <p className={styles.note}>
        {torch ? `torch.optim.${torch}, checked against PyTorch: 1e-12` : 'Not in torch.optim'}
      </p>
    </div>
  )
}

/** Every hyper-parameter of the optimizer. */
export function HyperPanel() {
  const lab = useLab()
  const { optimizer, settings } = useLabState(({ prepared }) => prepared.runs[0] as Run)
  const roles = useMemo(() => rolesOf(ruleOf(optimizer)), [optimizer])
  const scents = useScents(0)
  const bound = useBound(0)
  const change = useCallback(
    (name: string, value: HyperValue) => lab.change(setHyper(name, value)),
    [lab],
  )
  const control = ([name, hyper]: readonly [string, Hyper]) => (
    <HyperControl
      key={`${optimizer.id} ${name}`}
      name={name}
      hyper={hyper}
      value={settings[name] ?? null}
      role={roles.get(name)}
      onChange={change}
      scent={scents.get(name)}
      bound={name === 'lr' ? bound : undefined}
    />
  )
  const all = [...hyperOf(optimizer)]
  const isFlag = ([, { kind }]: readonly [string, Hyper]) => kind.scale === 'flag'
  const flags = all.filter(isFlag)
  return (
    <section className={styles.panel} aria-label="Hyper-parameters">
      <h2>Hyper-parameters</h2>
      {all.filter((entry) => !isFlag(entry)).map(control)}
      <ScentLegend />
      {flags.length > 0 && <div className={styles.flags}>{flags.map(control)}</div>}
    </section>
  )
}
