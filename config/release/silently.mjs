import { Obstacle } from './settings.mjs'

const channels = ['log', 'info', 'warn', 'error', 'debug']

/**
 * The packer talks a lot: what it says is shown only if it fails.
 * @throws Obstacle with the title, the reason and all that was said
 */
export async function silently(title, work) {
  const loud = Object.fromEntries(channels.map((name) => [name, console[name]]))
  const said = []
  for (const name of channels) console[name] = (...words) => said.push(words.map(String).join(' '))
  try {
    return await work()
  } catch (error) {
    throw new Obstacle([...said, `${title}: ${error.message ?? error}`].join('\n'))
  } finally {
    Object.assign(console, loud)
  }
}
