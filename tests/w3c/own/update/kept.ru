COPY DEFAULT TO <urn:x-shezhire:kept>
