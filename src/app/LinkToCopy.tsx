import { Dialog } from '../ui/Dialog.tsx'
import styles from './LinkToCopy.module.css'

interface Props {
  readonly link: string
  /** What it does not say. */
  readonly missing?: string
  readonly onClose: () => void
}

/** A link, selected, where the browser does not let the page copy it. */
export const LinkToCopy = ({ link, missing, onClose }: Props) => (
  <Dialog title="The link" className={styles.dialog} onClose={onClose}>
    <p>This browser does not let the page copy. The link is selected: copy it from here.</p>
    <input ref={(field) => field?.select()} type="text" aria-label="Link" readOnly value={link} />
    {missing !== undefined && <p>{missing}.</p>}
  </Dialog>
)
