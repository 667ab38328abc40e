// What Taro's build would have put in place of these names.
process.env.TARO_ENV = 'h5'
process.env.TARO_PLATFORM = 'web'
process.env.SUPPORT_TARO_POLYFILL = 'disabled'
process.env.LINLI_TRANSPORT = 'http'
process.env.LINLI_CONTRACT = 'test'
process.env.LINLI_CLOUD_ENV = ''
process.env.LINLI_SERVICE = ''
process.env.LINLI_API_BASE = ''

for (const name of [
  'ENABLE_INNER_HTML',
  'ENABLE_ADJACENT_HTML',
  'ENABLE_SIZE_APIS',
  'ENABLE_TEMPLATE_CONTENT',
  'ENABLE_CLONE_NODE',
  'ENABLE_CONTAINS',
  'ENABLE_MUTATION_OBSERVER',
  'DEPRECATED_ADAPTER_COMPONENT',
]) {
  globalThis[name] = false
}

globalThis.definePageConfig = (config) => config
globalThis.defineAppConfig = (config) => config
globalThis.IS_REACT_ACT_ENVIRONMENT = true
