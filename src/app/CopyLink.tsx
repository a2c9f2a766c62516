import { useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { forChat } from '../state/links/encodeLink.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './CopyLink.module.css'
import { copyText } from './copyText.ts'

const LinkToCopy = part(async () => (await import('./dialogs.ts')).LinkToCopy)

const shownFor = 1500

/** Copies the link to what is shown. Where the browser forbids it, the link is there to be copied by hand. */
export function CopyLink({ lab }: { readonly lab: Lab }) {
  const [copied, setCopied] = useState(false)
  const [refused, refuse] = useState<{ readonly link: string; readonly missing?: string }>()
  const copy = async () => {
    const link = new URL(lab.link(forChat), location.href).href
    const missing = lab.beyondLink()
    const told = missing === undefined ? {} : { missing }
    if (!(await copyText(link))) return refuse({ link, ...told })
    if (missing !== undefined) lab.complain(missing)
    setCopied(true)
    setTimeout(() => setCopied(false), shownFor)
  }
  return (
    <>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        Copy link
        <span aria-hidden="true" className={styles.tick} data-on={copied}>
          ✓
        </span>
      </button>
      <span role="status" className="visually-hidden">
        {copied ? 'Link copied' : ''}
      </span>
      {refused !== undefined && <LinkToCopy {...refused} onClose={() => refuse(undefined)} />}
    </>
  )
}
