// Draws the description of the interface; a file of its own, so that no page needs inline script.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#guide",
  deepLinking: true,
  showExtensions: true,
  showCommonExtensions: true,
  // The default asks a validator elsewhere about the document.
  validatorUrl: null,
});
