// Things on the page, by the names that people know them by.
import type { Role, Thing } from './driver.ts'

const thing =
  (role: Role) =>
  (name: string | RegExp): Thing => ({ role, name })

export const button = thing('button')
export const field = thing('spinbutton')
export const group = thing('group')
export const link = thing('link')
export const radio = thing('radio')
export const region = thing('region')
export const slider = thing('slider')
export const iteration = slider('Iteration')
export const outcome = thing('status')('Outcome')
export const plot = region('Plot')
