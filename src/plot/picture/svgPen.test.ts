import { expect, test } from 'vitest'
import { svgPen } from './svgPen.ts'

test('what is stroked and filled is written as paths', () => {
  const pen = svgPen()
  pen.strokeStyle = 'red'
  pen.lineWidth = 2
  pen.setLineDash([4, 2])
  pen.beginPath()
  pen.moveTo(1, 2.345)
  pen.lineTo(3, 4)
  pen.stroke()
  pen.setLineDash([])
  pen.globalAlpha = 0.5
  pen.fillStyle = '"<&'
  pen.beginPath()
  pen.moveTo(15, 10)
  pen.arc(10, 10, 5, 0, 2 * Math.PI)
  pen.fill()
  expect(pen.text()).toBe(
    '<path d="M1,2.35L3,4" fill="none" stroke="red" stroke-width="2" stroke-linejoin="round" stroke-dasharray="4,2"/>' +
      '<path d="M15,10A5,5 0 1 1 5,10A5,5 0 1 1 15,10" fill="&#34;&#60;&#38;" opacity="0.5"/>',
  )
})

test('nothing drawn is nothing written', () => {
  const pen = svgPen()
  pen.beginPath()
  pen.stroke()
  pen.fill()
  expect(pen.text()).toBe('')
})
