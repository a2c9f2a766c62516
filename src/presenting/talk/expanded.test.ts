import { expect, test } from 'vitest'
import { lessonOf } from '../../lessons/lessonOf.ts'
import { scenesOf } from '../../lessons/scenesOf.ts'
import { expanded, hasLessons } from './expanded.ts'
import { sceneOf } from './talk.ts'

const scenesOfSoda = async () => {
  const read = await lessonOf('soda')?.whole()
  return read ? scenesOf(read.lesson) : []
}

test('a step of a lesson is its scene, called as whoever made the talk says', async () => {
  const [, second, third] = await scenesOfSoda()
  const talk = {
    title: 'Mine',
    scenes: [sceneOf('#/lessons/soda/2'), sceneOf('/lessons/soda/3', { name: 'By hand' })],
  }
  expect(hasLessons(talk)).toBe(true)
  expect((await expanded(talk)).scenes).toEqual([
    { link: second?.link, name: second?.title, note: second?.notes },
    { link: third?.link, name: 'By hand', note: third?.notes },
  ])
})

test('a lesson is all of its scenes, between those that stand around it', async () => {
  const soda = await scenesOfSoda()
  const around = [sceneOf('#/curve?f=x^2'), sceneOf('#/graph')] as const
  const { scenes } = await expanded({
    title: '',
    scenes: [around[0], sceneOf('#/lessons/soda'), around[1]],
  })
  expect(scenes.map(({ link }) => link)).toEqual([
    around[0].link,
    ...soda.map(({ link }) => link),
    around[1].link,
  ])
})

test('what no lesson has stays as it is', async () => {
  const talk = {
    title: '',
    scenes: ['#/lessons/none', '#/lessons/soda/99', '#/lessons/soda/end', '#/curve'].map((link) =>
      sceneOf(link),
    ),
  }
  expect(await expanded(talk)).toEqual(talk)
  expect(hasLessons({ title: '', scenes: [sceneOf('#/curve'), sceneOf('#/lessons')] })).toBe(false)
})
