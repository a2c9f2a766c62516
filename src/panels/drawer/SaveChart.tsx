import { arrival } from '../../ui/parts/arrival.ts'
import { useLab } from '../lab/labContext.ts'
import styles from './Drawer.module.css'

const saving = arrival(() => import('../plot/savePlot.ts'))

interface Props {
  readonly label?: string
  /** The name of the file; that of the losses where nothing is said. */
  readonly file?: string
}

/** Saves the chart of its region as a picture. */
export function SaveChart({ label = 'Chart as SVG', file }: Props) {
  const lab = useLab()
  const save = async (button: Element) => {
    const chart = button.closest('section')?.querySelector('svg')
    if (!chart) return
    try {
      await (await saving.soon()).saveChart(chart, file)
    } catch {
      lab.complain({
        words: 'The chart could not be saved',
        action: { name: 'Try again', act: () => void save(button) },
      })
    }
  }
  return (
    <button
      type="button"
      className={styles.save}
      aria-label={label}
      title="Save this chart"
      onClick={({ currentTarget }) => void save(currentTarget)}
    >
      SVG
    </button>
  )
}
