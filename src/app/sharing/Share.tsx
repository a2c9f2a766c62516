// app/sharing/: what is shown, given to others: as a frame in a page of their own.

import type { Lab } from '../../state/lab/lab.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Embed } from './Embed.tsx'
import styles from './Share.module.css'

interface Props {
  readonly lab: Lab
  /** The lab by its name. */
  readonly title: string
  readonly onClose: () => void
}

/** The ways to share what is shown, one section each. */
export const Share = ({ lab, title, onClose }: Props) => (
  <Dialog title="Share" className={styles.dialog} onClose={onClose}>
    <Embed {...{ lab, title }} />
  </Dialog>
)
