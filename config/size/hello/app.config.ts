export default defineAppConfig({ pages: ['pages/hello/index'] })
