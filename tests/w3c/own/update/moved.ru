PREFIX : <urn:x-shezhire:data#>
DELETE { ?body :under :section } INSERT { ?body :under :department } WHERE { ?body :under :section }
