// What a link cannot hold goes along when this page is loaded anew: an experiment with much of one's own.
import type { OpenLabs } from '../openLabs.ts'

const place = 'descent-carried'

/** Puts what is shown aside for the page that comes, if its address does not say all of it. */
export function putAside({ current }: Pick<OpenLabs, 'current'>): void {
  const { lab } = current()
  try {
    if (lab.beyondLink()) sessionStorage.setItem(place, lab.file())
  } catch {
    // Where nothing may be kept, the address is what there is.
  }
}

/** Opens what the page before has put aside. */
export async function takeUp({ openFile }: Pick<OpenLabs, 'openFile'>): Promise<void> {
  try {
    const text = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    if (text !== null) await openFile(new File([text], 'descent.json'))
  } catch {
    // Nothing was put aside.
  }
}
