// The page before any script: index.html gets this when it is built, so that what is painted first is what stays.
import { renderToStaticMarkup } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import type { Engine } from '../engine/client.ts'
import { Header } from './Header.tsx'
import { labs } from './labs.ts'
import type { OpenLabs } from './openLabs.ts'

/**
 * The header, which does nothing yet: no lab is open. Once as labs have it and once as places beside them: which of both is
 * seen, and whether any, is the address's to say.
 */
export function shell(): string {
  const open = labs[0].opener.here()?.open({} as Engine)
  if (!open) throw new Error('The first lab is here from the beginning')
  const openLabs: OpenLabs = {
    store: createStore(() => ({ id: '' })),
    current: () => open,
    visit: () => undefined,
    follow: () => undefined,
    openFile: async () => undefined,
  }
  return renderToStaticMarkup(
    <div inert>
      <div data-shell="lab">
        <Header openLabs={openLabs} lab={open.lab} />
      </div>
      <div data-shell="place">
        <Header openLabs={openLabs} lab={open.lab} place="" />
      </div>
    </div>,
  )
}
