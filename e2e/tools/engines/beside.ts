// The rows of what stands beside the labs: lessons, talks, frames in other pages.
import type { Row } from './row.ts'
import { button, group, iteration, link, plot, radio, region } from './things.ts'

const scene = (start: number) => `/curve?f=x^2%26start=${start}%26steps=5%26run=sgd(lr=0.1)`
const talk = [3, 7].map((start) => `scene=${scene(start)}&note=Say ${start}`).join('&')

export const beside: readonly Row[] = [
  {
    promise: 'a lesson asks, hears an answer and explains it',
    async keep({ opens, sees, clicks }) {
      await opens('#/lessons/soda/2')
      await sees(plot)
      await clicks(radio(/^Both parts/))
      await clicks(button('Check'))
      await sees(group('Question'), /Not this time/)
    },
  },
  {
    promise: 'a talk is led by a clicker: on, back, black, its link on the wall, and out',
    async keep({ opens, sees, clicks, presses }) {
      const onWall = region('Talk')
      await opens(`#/present?${talk}`)
      await sees(onWall, /1 of 2/)
      await sees(plot, /start 3/)
      await presses('PageDown')
      await sees(onWall, /2 of 2/)
      await sees(plot, /start 7/)
      await presses('b')
      await clicks(button('Show the scene again'))
      await presses('PageUp')
      await sees(plot, /start 3/)
      await clicks(button('QR code'))
      await sees(region('QR code'), /start=3/)
      await presses('Escape')
      await clicks(button('End'))
      await sees(button('Presenter mode'))
    },
  },
  {
    promise: 'the lecturer’s window has the scene, the next one and the notes',
    async keep({ opens, sees, presses }) {
      await opens(`#/present/speaker?${talk}`)
      await sees(region('Notes'), /Say 3/)
      await sees(region('Next scene'), /start 7/)
      await presses('PageDown')
      await sees(region('Notes'), /Say 7/)
      await sees(region('This scene'), /start 7/)
    },
  },
  {
    promise: 'a frame of another page shows just the panels that it asks for, and they work',
    async keep({ opens, sees, clicks }) {
      await opens('?embed=plot,time#/curve?f=x^2&start=3&steps=5&run=sgd(lr=0.1)')
      await sees(plot, /start 3/)
      await clicks(button('Step forward'))
      await sees(iteration, /^1$/)
      await sees(link('Open in Descent'))
    },
  },
]
