// The relief as a picture: what WebGL has drawn, and the labels that the page has put over it.

/** A PNG in a data: URL, in device pixels; to be called right after drawing, while the canvas holds its picture. */
export function snapshotOf(canvas: HTMLCanvasElement, labels: HTMLElement): string {
  const picture = document.createElement('canvas')
  picture.width = canvas.width
  picture.height = canvas.height
  const pen = picture.getContext('2d')
  if (!pen) return canvas.toDataURL()
  pen.drawImage(canvas, 0, 0)
  const { left, top, width } = canvas.getBoundingClientRect()
  pen.scale(canvas.width / width, canvas.width / width)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const label of labels.children) {
    const style = getComputedStyle(label)
    const box = label.getBoundingClientRect()
    pen.font = style.font
    pen.fillStyle = style.color
    pen.fillText(
      label.textContent ?? '',
      box.x + box.width / 2 - left,
      box.y + box.height / 2 - top,
    )
  }
  return picture.toDataURL()
}
