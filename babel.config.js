// Taro looks for its Babel configuration here, in the project's root.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        camel2DashComponentName: false,
        customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
        // The CSS beside each component; its SCSS would carry the library's own theme.
        style: (path) => `${path}/style/css`,
      },
      'nutui-react-taro',
    ],
  ],
}
