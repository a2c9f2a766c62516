/// <reference path="../../src/app/worker.d.ts" />
// A page of two labs, as a lesson may have them: the page's own engine, and for each link of the address a lab.
import workers from 'virtual:workers'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { labs } from '../../src/app/labs.ts'
import { createEngine } from '../../src/engine/client.ts'
import type { OpenLab } from '../../src/scenes/entry.ts'
import { lettersOf, useKeys } from '../../src/scenes/useKeys.ts'
import { Owner } from '../../src/ui/place.tsx'
import '../../src/styles/base.css'

const engine = createEngine({
  workers,
  spawn: (address) => new Worker(address, { type: 'module' }),
  isVisible: () => true,
})

const links = new URLSearchParams(location.search).getAll('lab')
const opened = await Promise.all(
  links.map(async (link) => {
    const { opener } = labs.find(({ id }) => link.startsWith(`#/${id}`)) ?? labs[0]
    const open = (await opener.whole()).open(engine)
    open.lab.openLink(link)
    return open
  }),
)

function Figure({ lab, view, name }: OpenLab & { readonly name: string }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useKeys(lab, lettersOf(lab), place)
  return (
    <figure ref={setPlace} aria-label={name}>
      <Owner value={name}>{view}</Owner>
    </figure>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <main>
      <h1>Two labs</h1>
      {opened.map(({ lab, view }, i) => {
        const name = i === 0 ? 'first' : 'second'
        return <Figure key={name} {...{ lab, view, name }} />
      })}
    </main>
  </StrictMode>,
)
