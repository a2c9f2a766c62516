/** What the frame of a lab leaves the network, on a small desk. */
export const room = {
  width: 620,
  height: 330,
  text: 13,
  left: 30,
  right: 40,
  isCoarse: false,
  isEdited: true,
}
