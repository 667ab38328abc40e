// install.mjs: what a release packs with, in config/release/node_modules, unless it is there already.
import { installTool } from './tool.mjs'

try {
  installTool()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
