import type { ReactNode } from 'react'
import type { Bound } from '../../core/analysis/stabilityBound.ts'
import { type Entries, type HyperArgument, isChoice, isNumbers, singles } from '../../core/hyper.ts'
import { labelOfHyper } from '../../core/optimizers/label.ts'
import type { Role } from '../../core/rules/roles.ts'
import type { Settings } from '../../core/rules/switches.ts'
import { Select } from '../../ui/Select.tsx'
import { HyperControl, rows } from '../../ui/slider/HyperControl.tsx'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import styles from './RunPanel.module.css'

interface Props {
  readonly entries: Entries
  /** Values by the name that the rule uses, behind `scope`. */
  readonly settings: Settings
  readonly scope?: string
  readonly roles: ReadonlyMap<string, Role>
  readonly label?: (key: string) => string
  readonly onChange: (
    key: string,
    value: HyperArgument & (number | boolean | string | null),
  ) => boolean
  /** The control for a list, where there may be any. */
  readonly list?: (key: string, label: string) => ReactNode
  readonly scents?: ReadonlyMap<string, Scent>
  /** Of the learning rate. */
  readonly bound?: Bound | undefined
  /** What the tracks mean: below the first of them. */
  readonly legend?: ReactNode
  /** Show this one alone. */
  readonly only?: string | undefined
}

const none = 'none'

/** A control for each argument: sliders, choices, lists, and the options that are on or off together at the end. */
export function HyperControls({
  entries,
  settings,
  scope = '',
  roles,
  label = labelOfHyper,
  onChange,
  list,
  scents,
  bound,
  legend,
  only,
}: Props) {
  const all = [...singles(entries)].filter(([name]) => only === undefined || name === only)
  const control = ([name, hyper]: (typeof all)[number]) => (
    <HyperControl
      key={name}
      name={name}
      scope={scope}
      label={label(hyper.as ? keyOf(name, entries) : name)}
      hyper={hyper}
      value={settings[scope + name] ?? null}
      role={roles.get(scope + name)}
      onChange={onChange}
      scent={scents?.get(scope + name)}
      bound={scope + name === 'lr' ? bound : undefined}
    />
  )
  const sliders = all.filter(([, { kind }]) => kind.scale !== 'flag')
  const flags = all.filter(([, { kind }]) => kind.scale === 'flag')
  const others = only ? [] : Object.entries(entries)
  return (
    <div className={rows}>
      {sliders.slice(0, 1).map(control)}
      {legend}
      {sliders.slice(1).map(control)}
      {others.map(([key, entry]) => {
        if (isChoice(entry)) {
          const chosen = [...entry.options].find(([, flag]) => flag && settings[scope + flag])
          const usual = entry.value ?? none
          return (
            <Select
              key={key}
              beside
              label={label(key)}
              value={chosen ? (chosen[0] ?? none) : usual}
              options={[...entry.options.keys()].map((option) => ({
                value: option ?? none,
                name: (option ?? none).replaceAll('_', ' '),
              }))}
              note={entry.notes.get(chosen ? chosen[0] : entry.value)}
              onChange={(value) => onChange(key, value === none ? null : value)}
            />
          )
        }
        return isNumbers(entry) ? list?.(key, label(key)) : null
      })}
      {flags.length > 0 && <div className={styles.flags}>{flags.map(control)}</div>}
    </div>
  )
}

/** The argument's own name, where the rule calls it otherwise. */
const keyOf = (name: string, entries: Entries): string =>
  Object.entries(entries).find(([, entry]) => 'as' in entry && entry.as === name)?.[0] ?? name
