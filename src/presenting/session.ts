// A talk in its windows: each has the moment in a store, and says on a channel what it makes of it.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { idOf, type Moment } from './moment.ts'
import type { View } from './talk/address.ts'

type Message =
  | { readonly is: 'moment'; readonly was: string; readonly moment: Moment }
  /** Someone has come: whoever leads or shows the same talk says where it stands. */
  | { readonly is: 'hello'; readonly id: string; readonly view: View }

export interface Session {
  readonly store: Pick<StoreApi<Moment>, 'getState' | 'getInitialState' | 'subscribe'>
  readonly view: View
  /** Changes the moment, here and in the other windows. */
  change(by: (moment: Moment) => Moment): void
  /** Listens to the other windows. @returns what ends it */
  connect(): () => void
}

const channelName = 'descent-talk'

export function createSession(first: Moment, view: View): Session {
  const store = createStore<Moment>(() => first)
  let channel: BroadcastChannel | undefined
  const post = (message: Message) => channel?.postMessage(message)
  const say = (was: string) => post({ is: 'moment', was, moment: store.getState() })
  const hear = ({ data }: MessageEvent<Message>) => {
    const id = idOf(store.getState())
    if (data.is === 'moment' && data.was === id) store.setState(data.moment, true)
    if (data.is === 'hello' && data.id === id && data.view !== view) say(id)
  }
  return {
    store,
    view,
    change(by) {
      const was = store.getState()
      const next = by(was)
      if (next === was) return
      store.setState(next, true)
      say(idOf(was))
    },
    connect() {
      channel = new BroadcastChannel(channelName)
      channel.addEventListener('message', hear)
      post({ is: 'hello', id: idOf(store.getState()), view })
      return () => {
        channel?.close()
        channel = undefined
      }
    },
  }
}
