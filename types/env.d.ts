declare namespace NodeJS {
  interface ProcessEnv {
    /** Which target a client file is compiled for. Constant at build time. */
    TARO_ENV: 'weapp' | 'h5'
    /** How the mini-program reaches the API; see config/index.ts. Constant at build time. */
    LINLI_TRANSPORT: 'cloud' | 'container' | 'http'
    /** Cloud environment id, for `cloud` and `container`. Constant at build time; may be empty. */
    LINLI_CLOUD_ENV: string
    /** of the contract the app was built with, told from another */
    LINLI_CONTRACT: string
    /** Name of the container service, for `container`. Constant at build time. */
    LINLI_SERVICE: string
    /** Origin of the API, no trailing slash: for `http` on weapp; '' on H5 means the page's own. */
    LINLI_API_BASE: string
  }
}
