import { TmplGroup } from 'glass-easel-template-compiler'
import { textsOf } from './package-files'

/** Compiles all wxml and wxs into one script that sets `window.templates`: the compiled template of each path. */
export function compileTemplates(files: Map<string, Buffer>): string {
  const group = new TmplGroup()
  try {
    for (const [name, script] of textsOf(files, '.wxs')) group.addScript(name, script)
    for (const [name, template] of textsOf(files, '.wxml')) {
      const faults = group.addTmpl(name, spellEvents(template)) as unknown[]
      if (faults.length > 0) throw new Error(`${name}.wxml: ${faults.map(String).join('; ')}`)
    }
    return `window.templates = ${group.getTmplGenObjectGroups()}`
  } finally {
    group.free()
  }
}

/** The platform takes `bindtap` and `bind:tap` alike, this compiler the second only. */
function spellEvents(template: string): string {
  return template.replace(/\b(bind|catch)([a-z]+)=/g, '$1:$2=')
}
