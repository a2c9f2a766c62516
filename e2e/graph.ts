// Where things are in the graph lab.
import type { Page } from '@playwright/test'

export const lecture = '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1'

export const graph = (page: Page) => page.getByRole('region', { name: 'Graph' })
export const chainRule = (page: Page) => page.getByRole('region', { name: 'Chain rule' })
