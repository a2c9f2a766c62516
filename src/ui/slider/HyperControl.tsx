import { memo, useId } from 'react'
import type { Bound } from '../../core/analysis/stabilityBound.ts'
import type { Hyper, HyperValue } from '../../core/hyper.ts'
import { symbol } from '../../core/language/latex/symbol.ts'
import type { Role } from '../../core/rules/roles.ts'
import { useKatex } from '../formula/katex.ts'
import { Tex } from '../formula/Tex.tsx'
import { phone, useMedia } from '../media.ts'
import { NumberField } from '../NumberField.tsx'
import styles from './HyperControl.module.css'
import { Slider } from './Slider.tsx'
import type { Scent } from './scentTrack.ts'
import { nudge, sliderScale } from './sliderScale.ts'

interface Props {
  readonly name: string
  /** What stands before the name in the rule: `schedule.` */
  readonly scope?: string
  readonly label: string
  readonly hyper: Hyper
  readonly value: HyperValue
  readonly role: Role | undefined
  /** Takes the value if it is lawful, and says whether it did. */
  readonly onChange: (name: string, value: HyperValue) => boolean
  /** What each value would do. */
  readonly scent?: Scent | undefined
  /** Where theory says that it ends. */
  readonly bound?: Bound | undefined
}

/** The class of what holds controls, one below the other. */
export const { rows } = styles

/** A hyper-parameter: slider and number of one name, or a checkbox. */
export const HyperControl = memo((props: Props) => {
  const { name, scope = '', label, hyper, value, role, onChange, scent, bound } = props
  const id = useId()
  const katex = useKatex()
  const isNarrow = useMedia(phone)
  if (hyper.kind.scale === 'flag') {
    return (
      <label className={styles.flag}>
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(name, event.target.checked)}
        />
        {label}
      </label>
    )
  }
  const { text, word } = symbol(name, '', hyper.symbol)
  const change = (next: number) => onChange(name, next)
  const slider = (
    <Slider
      key="slider"
      hyper={hyper}
      value={Number(value)}
      labelledBy={id}
      onChange={change}
      scent={scent}
      bound={bound}
    />
  )
  const number = (
    <NumberField
      key="number"
      label={label}
      labelledBy={id}
      value={Number(value)}
      onChange={change}
      nudge={nudge(sliderScale(hyper.kind))}
    />
  )
  return (
    <div className={styles.row} data-name={scope + name} data-role={role}>
      <span className={styles.label}>
        <span id={id}>{label}</span>{' '}
        {!word && (
          <span aria-hidden="true">
            <Tex katex={katex} latex={text} text="" />
          </span>
        )}
      </span>
      {isNarrow ? [number, slider] : [slider, number]}
    </div>
  )
})
HyperControl.displayName = 'HyperControl'
