// presenting/offer/: what a lab offers about talks: its view into the talk, on the wall, as a QR code.
import { useEffect, useRef, useState } from 'react'
import { counted } from '../../core/number.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { forChat } from '../../state/links/encodeLink.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { toggleFullScreen } from '../../ui/fullScreen.ts'
import { QrCode } from '../../ui/qr/QrCode.tsx'
import { textFields } from '../../ui/typing.ts'
import { addressOf } from '../talk/address.ts'
import { added } from '../talk/edits.ts'
import { changeTalk, ownTalk, undoTalk } from '../talk/kept.ts'
import { nothing, sceneOf } from '../talk/talk.ts'
import styles from './Offered.module.css'

interface Props {
  readonly lab: Lab
  readonly what: string
  readonly onDone: () => void
}

/** Does what someone has pressed in the header of a lab. */
export function Offered({ lab, what, onDone }: Props) {
  if (what === 'Add this view') return <Added lab={lab} onDone={onDone} />
  if (what === 'QR code')
    return (
      <Dialog title="The link to this view" className={styles.dialog} onClose={() => onDone()}>
        <QrCode link={new URL(lab.link(forChat), location.href).href} />
        {lab.beyondLink() && <p>{lab.beyondLink()}.</p>}
      </Dialog>
    )
  return <Going lab={lab} onDone={onDone} />
}

/** Someone has gone on to type while this was on its way: what is typed would be lost. */
const isTyping = () => document.activeElement?.matches(textFields)

/** Goes to the wall: with the talk, at this view if it is one of its scenes; without a talk, with this view alone. */
function Going({ lab, onDone }: Omit<Props, 'what'>) {
  useEffect(() => {
    if (isTyping()) return onDone()
    const { talk } = ownTalk.getState()
    const link = lab.link()
    const at = talk.scenes.findIndex((scene) => scene.link === link)
    if (!document.fullscreenElement) void toggleFullScreen()
    location.hash = talk.scenes.length
      ? addressOf({ talk, at: Math.max(at, 0) })
      : addressOf({ talk: added(nothing, sceneOf(link)) })
  }, [lab, onDone])
  return null
}

/** So long (ms) it is said. */
const shownFor = 8000

function Added({ lab, onDone }: Omit<Props, 'what'>) {
  const [said, say] = useState('')
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    changeTalk((talk) => added(talk, sceneOf(lab.link())))
    const { length } = ownTalk.getState().talk.scenes
    say(`Added to your talk: ${length === 1 ? 'its first scene' : `${counted(length)} scenes`}`)
    const missing = lab.beyondLink()
    if (missing !== undefined) lab.complain(missing)
  }, [lab])
  useEffect(() => {
    const timer = setTimeout(onDone, shownFor)
    return () => clearTimeout(timer)
  }, [onDone])
  return (
    <div className={styles.added}>
      <span role="status">{said}</span>
      <a href={addressOf({ view: 'edit' })}>Your talk</a>
      <button
        type="button"
        onClick={() => {
          undoTalk()
          onDone()
        }}
      >
        Undo
      </button>
    </div>
  )
}
