import { describe, expect, test, vi } from 'vitest'
import { arrival, hurry, type Means } from './arrival.ts'

/** A network that refuses so many requests, and a clock that is moved by hand. */
function laboratory(refusals: number, isOffline = false) {
  let now = 0
  let timers: { readonly at: number; readonly act: () => void }[] = []
  const means: Means = {
    after(seconds, act) {
      const timer = { at: now + seconds, act }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    isOffline: () => isOffline,
    mend: vi.fn(async () => undefined),
  }
  const get = vi.fn(async () => {
    if (get.mock.calls.length <= refusals) throw new TypeError('Failed to fetch')
    return 'here'
  })
  /** Lets everything that is ready happen, then moves the clock. */
  const pass = async (seconds: number) => {
    for (const end = now + seconds; ; ) {
      for (let i = 0; i < 20; i++) await undefined
      const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) {
        now = end
        return
      }
      now = due.at
      timers = timers.filter((timer) => timer !== due)
      due.act()
    }
  }
  return { coming: arrival(get, means), get, means, pass }
}

describe('what is loaded when it is needed', () => {
  test('is asked for once, however many wait for it', async () => {
    const { coming, get } = laboratory(0)
    expect(get).not.toHaveBeenCalled()
    expect(coming.here()).toBeUndefined()
    expect(await Promise.all([coming.whole(), coming.soon(), coming.whole()])).toEqual(
      Array(3).fill('here'),
    )
    expect(get).toHaveBeenCalledTimes(1)
    expect(coming.here()).toBe('here')
  })

  test('is tried again by itself before anything is said, with what else is missing', async () => {
    const { coming, get, means, pass } = laboratory(2)
    const said: number[] = []
    coming.watch(() => said.push(coming.lateness()))
    const whole = coming.whole()
    await pass(2)
    expect(await whole).toBe('here')
    expect(get).toHaveBeenCalledTimes(3)
    expect(means.mend).toHaveBeenCalledTimes(2)
    expect(Math.max(...said)).toBe(0)
  })

  test('is late when it keeps failing, and still comes by itself', async () => {
    const { coming, pass } = laboratory(4)
    const whole = coming.whole()
    await pass(2)
    expect(coming.lateness()).toBe(1)
    await pass(100)
    expect(coming.lateness()).toBe(0)
    expect(await whole).toBe('here')
  })

  test('is late at once where there is no network', async () => {
    const { coming, pass } = laboratory(1, true)
    void coming.whole()
    await pass(0)
    expect(coming.lateness()).toBe(1)
  })

  test('comes at once when someone hurries', async () => {
    const { coming, get, pass } = laboratory(3)
    void coming.whole()
    await pass(2)
    expect(get).toHaveBeenCalledTimes(3)
    hurry()
    await pass(0)
    expect(coming.here()).toBe('here')
  })

  test('is late when it is on its way for too long, and welcome whenever it comes', async () => {
    const { means, pass } = laboratory(0)
    let give = (_: string) => {}
    const given = new Promise<string>((resolve) => {
      give = resolve
    })
    const coming = arrival(() => given, means)
    void coming.whole()
    await pass(9)
    expect(coming.lateness()).toBe(0)
    await pass(2)
    expect(coming.lateness()).toBe(1)
    give('at last')
    await pass(0)
    expect(coming.here()).toBe('at last')
    expect(coming.lateness()).toBe(0)
  })

  test('is given up for who waits, and tried for who asks again', async () => {
    const { coming, get, pass } = laboratory(4)
    const first = coming.soon()
    const failure = expect(first).rejects.toThrow('did not load')
    await pass(2)
    await failure
    const second = expect(coming.soon()).rejects.toThrow('did not load')
    await pass(0)
    await second
    expect(get).toHaveBeenCalledTimes(4)
    const third = coming.soon()
    await pass(0)
    expect(await third).toBe('here')
  })
})
