import { useEffect, useState } from 'react'
import { lessonOf } from '../lessons/lessonOf.ts'
import { Nowhere } from '../lessons/page/Nowhere.tsx'
import { scenesOf } from '../lessons/scenesOf.ts'
import type { ReadLesson } from '../lessons/text/lesson.ts'
import { type Arrival, arrival } from '../ui/parts/arrival.ts'
import { Late, part, useArrived } from '../ui/parts/Part.tsx'
import { Editor } from './edit/Editor.tsx'
import { Show } from './show/Show.tsx'
import { addressOf, readAddress } from './talk/address.ts'
import { expanded, hasLessons } from './talk/expanded.ts'
import type { Visit, Visited } from './visit.ts'
import '../styles/projector.css'

const speaker = arrival(async () => (await import('./speak/Speaker.tsx')).Speaker)
const Speaker = part(speaker.whole)

/** A talk, as the address says: on the wall, being made, or in the lecturer's window. */
export function Present(visit: Visit) {
  const { address, times } = useAddress()
  useEffect(() => {
    document.body.dataset.place = 'present'
    // What a hall with bad Wi-Fi would not bring.
    void speaker.whole()
    return () => {
      delete document.body.dataset.place
    }
  }, [])
  if (address.lesson === undefined) {
    const View = hasLessons(address.talk) ? WithLessons : Seen
    return <View key={times} {...visit} address={address} />
  }
  const coming = lessonOf(address.lesson)
  if (!coming) return <Nowhere words={unknown(address.lesson)} back={talks} />
  return <OfLesson key={times} {...visit} address={address} coming={coming} />
}

const talks = { words: 'Your talk', address: addressOf({ view: 'edit' }) }
const unknown = (id: string) => `There is no lesson \`${id.slice(0, 40)}\` to present.`

const read = () => readAddress(location.hash)

/** The address, read anew whenever someone goes elsewhere: what this page writes there itself is known here. */
function useAddress() {
  const [visit, go] = useState(() => ({ address: read(), times: 0 }))
  useEffect(() => {
    const listen = () => go(({ times }) => ({ address: read(), times: times + 1 }))
    addEventListener('hashchange', listen)
    return () => removeEventListener('hashchange', listen)
  }, [])
  return visit
}

function OfLesson({ coming, ...props }: Visited & { readonly coming: Arrival<ReadLesson> }) {
  const read = useArrived(coming)
  if (!read) return <Late of={coming} />
  const { title } = read.lesson
  const scenes = scenesOf(read.lesson).map(({ link, title: name, notes: note }) => ({
    link,
    name,
    note,
  }))
  return <Seen {...props} address={{ ...props.address, talk: { title, scenes } }} />
}

/** A talk that names lessons, or steps of them, once they are here. */
function WithLessons(props: Visited) {
  const [coming] = useState(() => arrival(() => expanded(props.address.talk)))
  const talk = useArrived(coming)
  if (!talk) return <Late of={coming} />
  return <Seen {...props} address={{ ...props.address, talk }} />
}

function Seen(props: Visited) {
  const { view, talk } = props.address
  if (view === 'edit' || talk.scenes.length === 0) return <Editor {...props} />
  return view === 'speaker' ? <Speaker {...props} /> : <Show {...props} />
}
