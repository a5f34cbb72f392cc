print("umbruch")
