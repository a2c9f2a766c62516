import { useId } from 'react'
import { type PanelName, panels } from '../../panels/lab/arrangement.tsx'
import styles from './Bar.module.css'

interface Props {
  readonly shown: ReadonlySet<PanelName>
  readonly show: (shown: ReadonlySet<PanelName>) => void
}

const words: Readonly<Record<PanelName, string>> = {
  function: 'Function',
  plot: 'Plot',
  time: 'Time',
  tables: 'Tables',
  rule: 'Formulas',
  controls: 'Controls',
  outcome: 'Outcome',
}

/** Which parts of a lab are on the wall. */
export function PanelsMenu({ shown, show }: Props) {
  const id = useId()
  const turn = (name: PanelName, isShown: boolean) =>
    show(new Set(panels.filter((one) => (one === name ? isShown : shown.has(one)))))
  return (
    <>
      <button type="button" popoverTarget={id}>
        Panels
      </button>
      <fieldset id={id} popover="auto" aria-label="Panels" className={styles.panels}>
        {panels.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shown.has(name)}
              onChange={({ target }) => turn(name, target.checked)}
            />
            {words[name]}
          </label>
        ))}
      </fieldset>
    </>
  )
}
